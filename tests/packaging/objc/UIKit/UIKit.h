// What AftercareAlarms.m uses of UIKit.
#import <Foundation/Foundation.h>
extern NSString * _Nonnull const UIApplicationDidFinishLaunchingNotification;
